# The tree as lines `folder PATH`, `header PATH`, `readme FILE:TEXT` and
# `include FILE:LINE:TEXT`, in this order; see the script beside this.
BEGIN {
	# The C library: C17, POSIX and what Linux adds.
	split("assert ctype dirent dlfcn errno fcntl getopt inttypes limits " \
	      "locale math poll pthread sched setjmp signal stdalign stdarg " \
	      "spawn stdatomic stdbool stddef stdint stdio stdlib string " \
	      "strings " \
	      "sys/auxv sys/ioctl sys/mman sys/resource sys/stat " \
	      "sys/statvfs sys/types " \
	      "sys/wait time unistd wchar", names, " ")
	for (i in names)
		system_header[names[i] ".h"] = 1
}

function fail(what)
{
	print what
	failed++
}

function folder_of(path)
{
	sub(/\/[^\/]*$/, "", path)
	return path
}

function rest_of_line(text)
{
	return substr(text, index(text, " ") + 1)
}

# stages/read/pdf is of stages/read, stages/query/dump of itself.
function program_of(folder,    parts, count)
{
	count = split(folder, parts, "/")
	if (parts[1] != "stages" || count < 2)
		return ""
	return parts[2] == "query" ? "stages/query/" parts[3] \
				   : "stages/" parts[2]
}

$1 == "folder" {
	folders[$2] = 1
	folder_list[++folder_count] = $2
	count++
}

$1 == "header" {
	name = $2
	sub(/.*\//, "", name)
	if (name in home)
		fail($2 ": a header of this name stands in " home[name] " too")
	home[name] = folder_of($2)
	count++
}

$1 == "readme" {
	file = $2
	sub(/:.*/, "", file)
	folder = folder_of(file)
	text = rest_of_line($0)
	text = substr(text, index(text, ":") + 1)
	has_readme[folder] = 1
	if (text ~ /^May include: /)
		read_line(file, folder, text)
	if (file == "pipeline/README.md" &&
	    text ~ /^\| [^|]* \| `[^|]*\.h` \| `[^|]*\.c` \|$/)
		read_library(text)
}

function read_line(file, folder, text,    list, n, i, path)
{
	if (folder in has_line)
		fail(file ": a second line 'May include'")
	has_line[folder] = 1
	if (text !~ /\.$/)
		fail(file ": the line 'May include' ends with a full stop")
	sub(/^May include: /, "", text)
	sub(/\.$/, "", text)
	n = text == "nothing" ? 0 : split(text, list, ", ")
	for (i = 1; i <= n; i++) {
		path = list[i] ~ /^stages\// ? list[i] : "pipeline/" list[i]
		if (!(path in folders))
			fail(file ": there is no folder " path)
		may[folder, path] = 1
	}
}

# | library | `header.h` `other.h` | `path/file.c` `other.c` |
function read_library(text,    cells, headers, files, n, m, i, k)
{
	gsub(/`/, "", text)
	split(text, cells, / *\| */)
	n = split(cells[3], headers, " ")
	m = split(cells[4], files, " ")
	for (i = 1; i <= n; i++) {
		library[headers[i]] = cells[4]
		library_list[++library_count] = headers[i]
		for (k = 1; k <= m; k++)
			may_library[headers[i], files[k]] = 1
	}
}

$1 == "include" {
	text = rest_of_line($0)
	split(text, parts, ":")
	file = parts[1]
	place = parts[1] ":" parts[2]
	count++
	if (match(text, /<[^>]*>/))
		check_library(substr(text, RSTART + 1, RLENGTH - 2))
	else if (match(text, /"[^"]*"/))
		check_include(substr(text, RSTART + 1, RLENGTH - 2))
}

function check_library(name)
{
	if (name in library) {
		used[name] = 1
		if (!((name, file) in may_library))
			fail(place ": <" name "> is for " library[name] \
			     " alone (pipeline/README.md)")
	} else if (!(name in system_header)) {
		fail(place ": <" name "> is of no library that " \
		     "pipeline/README.md names")
	}
}

function check_include(name,    from, to)
{
	from = folder_of(file)
	has_c[from] = 1
	if (!(name in home)) {
		fail(place ": there is no header " name)
		return
	}
	to = home[name]
	if (from == to || (from == "pipeline/driver" && program_of(to)))
		return
	if (program_of(to) && program_of(to) != program_of(from))
		fail(place ": " name " is of " program_of(to) \
		     ", which only that and the driver know")
	else if (!((from, to) in may))
		fail(place ": " from "/README.md does not let it include " \
		     to " (" name ")")
}

END {
	for (i = 1; i <= folder_count; i++) {
		folder = folder_list[i]
		if (!(folder in has_readme))
			fail(folder ": no README.md")
		else if ((folder in has_c) && !(folder in has_line))
			fail(folder "/README.md: no line 'May include: …'")
	}
	for (i = 1; i <= library_count; i++)
		if (!(library_list[i] in used))
			fail("pipeline/README.md: nothing includes <" library_list[i] ">")
	for (pair in may) {
		split(pair, side, SUBSEP)
		if (side[1] < side[2] && ((side[2], side[1]) in may) &&
		    folder_of(side[1]) != side[2] && folder_of(side[2]) != side[1])
			fail(side[1] " and " side[2] ": each may include the other")
	}
	printf "folders: %d passed, %d failed\n", count - failed, failed
	exit failed > 0 || count == 0
}
