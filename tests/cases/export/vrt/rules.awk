# The rules of vertical text, as cwb-encode -xsB reads it: what is broken, by
# line, and how many tokens and regions there are.
BEGIN { FS = "\t" }
function fault(what) { print NR ": " what; faults++ }
/^<!-- .* -->$/ && NR == 1 { next }
/^<\// {
	name = substr($0, 3, length($0) - 3)
	if (depth == 0 || open[depth] != name)
		fault("</" name "> closes " open[depth])
	if (tokens == begun[depth])
		fault("the region " name " has no token")
	depth--
	next
}
/^</ {
	name = substr($0, 2)
	sub(/[ >].*/, "", name)
	if (name !~ /^(text|section|p|s|entity)$/)
		fault("the region " name)
	if ($0 !~ /^<[a-z]+( [a-z_][a-z0-9_-]*="[^"<>]*")*>$/)
		fault("not a tag: " $0)
	for (i = 1; i <= depth; i++)
		if (open[i] == name)
			fault(name " within " name)
	open[++depth] = name
	begun[depth] = tokens
	regions[name]++
	next
}
{
	tokens++
	if (NF != 6)
		fault(NF " columns")
	for (i = 1; i <= NF; i++)
		if ($i == "" || $i ~ /^ | $|[<>"]/)
			fault("the annotation '" $i "'")
	if (open[depth] != "s" && open[depth] != "entity")
		fault("a token outside of a sentence")
}
{ line = $0; gsub(/&(amp|lt|gt|quot|apos);/, "", line) }
line ~ /&/ { fault("a & that is no entity") }
/[\001-\010\013-\037]/ { fault("a control character") }
END {
	if (depth)
		fault(open[depth] " is not closed")
	printf "%d tokens, %d faults;", tokens, faults
	for (i = split("text section p s entity", names, " "); i > 0; i--)
		printf " %d %s", regions[names[i]], names[i]
	print ""
}
