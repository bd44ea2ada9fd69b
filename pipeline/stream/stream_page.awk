# esep-stream(5) out of STREAM.md, mention_types.tsv and acts.tsv, in this order,
# with -v version= -v date=. Of Markdown it knows what STREAM.md has: headings,
# tables, lists, `code`, **bold**, [text](address). Run it with LC_ALL=C.

# A word in man(7): the signs that are its own, code in bold.
function word_of(text,    out, i, c) {
	out = ""
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (c == "`" || substr(text, i, 2) == "**") {
			out = out (bold ? "\\fR" : "\\fB")
			bold = !bold
			i += c == "*"
		} else if (c == "\\")
			out = out "\\e"
		else
			out = out (c == "-" ? "\\-" : c)
	}
	if (out ~ /^['.]/)
		out = "\\&" out
	return out
}

# man(1) writes a letter that is none of ASCII's as \[u0451].
function width_of(text,    other) {
	other = gsub(/[\200-\377]/, "&", text)
	return length(text) + 3 * other
}

# Lines that mandoc's lint takes, of words.
function put(text,    count, words, i, line, one) {
	while (match(text, /\]\([^)]*\)/)) {
		count = RSTART
		text = substr(text, 1, count - 1) substr(text, count + RLENGTH)
		for (i = count; i > 0; i--)
			if (substr(text, i, 1) == "[")
				break
		text = substr(text, 1, i - 1) substr(text, i + 1)
	}
	count = split(text, words, " ")
	line = ""
	bold = 0
	for (i = 1; i <= count; i++) {
		one = word_of(words[i])
		if (line != "" && width_of(line) + 1 + width_of(one) > 79) {
			print line
			line = ""
		}
		line = line (line == "" ? "" : " ") one
	}
	if (line != "")
		print line
}

function heading(macro, text) {
	print macro " " text
	is_first = 1
}

# A row: its last cell tells of those before it.
function put_row(text,    cells, count, term) {
	gsub(/^\| *| *\|$/, "", text)
	count = split(text, cells, / *\| */)
	term = cells[1]
	if (count == 4)
		term = term ": " cells[2] " (" cells[3] ")"
	gsub(/`/, "", term)
	bold = 0
	print ".TP"
	print ".B " word_of(term)
	put(cells[count] == "" ? "as in Universal Dependencies" : cells[count])
}

function end_paragraph() {
	if (text != "") {
		if (is_item)
			print ".IP \\(bu 2"
		else if (!is_first)
			print ".PP"
		put(text)
		is_first = 0
	}
	text = ""
	is_item = 0
}

BEGIN {
	printf ".TH ESEP-STREAM 5 \"%s\" \"esep %s\" \"File Formats\"\n", date, version
	print ".SH NAME\nesep\\-stream \\- what lies between the stages of esep"
	heading(".SH", "DESCRIPTION")
}

FNR == 1 {
	end_paragraph()
	file++
}

file == 1 && /^# / { next }

file == 1 && /^## / {
	end_paragraph()
	heading(".SH", toupper(substr($0, 4)))
	next
}

file == 1 && /^\*\*[A-Za-z ]+\.?\*\*/ {
	end_paragraph()
	match($0, /^\*\*[A-Za-z ]+\.?\*\*/)
	title = substr($0, 3, RLENGTH - 4)
	sub(/\.$/, "", title)
	text = substr($0, RLENGTH + 2)
	if (text ~ /^[a-z]/)
		text = title " " text
	heading(".SS", title)
	next
}

# The line below a table's head tells that the one above was one.
file == 1 && /^\|/ {
	end_paragraph()
	if ($0 ~ /^\|-/)
		held = ""
	else {
		if (held != "")
			put_row(held)
		held = $0
	}
	next
}

file == 1 && held != "" {
	put_row(held)
	held = ""
	is_first = 0
}

file == 1 && /^$/ { end_paragraph(); next }

file == 1 {
	if (/^- /) {
		end_paragraph()
		is_item = 1
		sub(/^- /, "")
	}
	sub(/^ +/, "")
	text = text (text == "" ? "" : " ") $0
	next
}

# Of a table of the lexicons, the names that its first column has.
FNR == 1 {
	heading(".SH", "TYPES OF " (file == 2 ? "MENTIONS" : "INCIDENTS"))
	if (file == 2)
		text = "With a value in the place of an id: date, money, percent. Others:"
	next
}

!($1 in seen) && !/^#/ {
	seen[$1] = 1
	text = text (text == "" || text ~ /:$/ ? "" : ",") " " $1
}

END {
	end_paragraph()
	print ".PP"
	put("Other tools, and tables of your own, may have more of both.")
	print ".SH SEE ALSO"
	print ".BR esep (1),\n.BR esep\\-run (1),\n.BR esep\\-export (1),"
	print ".BR esep\\-database (5)"
}
