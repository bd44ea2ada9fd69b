# What Universal Dependencies ask of a CoNLL-U file, level 1 (the format) and,
# with -v level=2, level 2 (metadata, text, tree): a line FILE:LINE: fault for
# each that a file breaks. Works on bytes; NFC, which level 1 asks for in every
# line, is looked at by `run`.
# See universaldependencies.org/format.html and .../contributing/validation.html
# and the rules of the package udtools (level1.py, as of 2025).
BEGIN {
	FS = "\t"
	column = split("ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC", names, " ")
	# tab and line ends cannot stand in a column; of the others all that
	# Unicode calls white space
	white = "( |\v|\f|\r|\034|\035|\036|\037|\302\205|\302\240|\341\232\200|\342\200[\200-\212]|\342\200[\250\251\257]|\342\201\237|\343\200\200)"
	upos = " ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X "
}

function fault(what) {
	print FILENAME ":" FNR ": " what
	faults++
}

function level1_columns(    i) {
	for (i = 1; i <= 10; i++) {
		if ($i == "")
			fault(names[i] " is empty")
		if ($i ~ "^" white || $i ~ white "$" || $i ~ white white)
			fault(names[i] " has white space at an end, or twice")
		if ((i == 1 || (i >= 4 && i <= 9)) && $i ~ white)
			fault(names[i] " has white space")
		if ((i == 2 || i == 3) && $1 ~ /-/ && $i ~ white)
			fault("the range " $1 " has white space")
	}
}

function level1_id(    ends) {
	if ($1 ~ /^[1-9][0-9]*-[1-9][0-9]*$/) {
		split($1, ends, "-")
		if (ends[1] != words + 1 || ends[2] + 0 <= ends[1] + 0 || words < range_end)
			fault("the range " $1 " does not stand before its words")
		range_end = ends[2] + 0
		empty = 0
		in_range = 1
	} else if ($1 ~ /^[0-9]+\.[1-9][0-9]*$/) {
		split($1, ends, ".")
		if (ends[1] != words || ends[2] != ++empty || in_range)
			fault("the empty node " $1 " is out of place")
	} else if ($1 ~ /^[1-9][0-9]*$/) {
		if ($1 != ++words)
			fault("ID " $1 " is out of order")
		empty = in_range = 0
	} else {
		fault("'" $1 "' is no ID")
	}
}

function level2_feats(    i, n, j, m, piece, key, before, value, last) {
	if ($6 == "_")
		return
	n = split($6, piece, "|")
	for (i = 1; i <= n; i++) {
		if (piece[i] !~ /^[A-Z0-9][A-Za-z0-9]*(\[[a-z0-9]+\])?=[A-Z0-9][A-Za-z0-9]*(,[A-Z0-9][A-Za-z0-9]*)*$/)
			fault("'" piece[i] "' is no feature")
		key = piece[i]
		sub(/=.*/, "", key)
		if (i > 1 && tolower(piece[i]) < tolower(piece[i - 1]) || key == before)
			fault("FEATS are not sorted, or one stands twice")
		before = key
		m = split(substr(piece[i], length(key) + 2), value, ",")
		for (j = 2; j <= m; j++)
			if (tolower(value[j]) <= tolower(value[j - 1]))
				fault("the values of " key " are not sorted")
	}
}

function level2_misc(    i, n, piece, key, seen) {
	if ($10 == "_")
		return
	n = split($10, piece, "|")
	for (i = 1; i <= n; i++) {
		key = piece[i]
		sub(/=.*/, "", key)
		if (key == "" || piece[i] !~ /=./)
			fault("MISC has '" piece[i] "', which is no KEY=VALUE")
		if (key in seen)
			fault("MISC has " key " twice")
		seen[key] = 1
	}
}

function level2_deps(    i, n, piece, key, before) {
	if ($9 == "_")
		return
	n = split($9, piece, "|")
	for (i = 1; i <= n; i++) {
		if (piece[i] !~ /^[0-9]+(\.[0-9]+)?:[a-z]+(:[^ :]+)*$/)
			fault("DEPS has '" piece[i] "'")
		key = piece[i] + 0
		if (i > 1 && key < before)
			fault("DEPS are not sorted")
		before = key
	}
}

# The forms must follow each other in # text, with white space between where
# SpaceAfter=No is not said, and only there.
function level2_text(    glued, rest) {
	glued = "|" $10 "|" ~ /\|SpaceAfter=No\|/
	if (substr(text, 1, length($2)) != $2) {
		if (!misfit++)
			fault("FORM '" $2 "' does not stand next in # text")
		return
	}
	rest = substr(text, length($2) + 1)
	if (glued ? rest ~ "^" white : rest != "" && rest !~ "^" white)
		fault("SpaceAfter of '" $2 "' is not what # text shows")
	sub("^" white "+", "", rest)
	text = rest
}

function level2_row() {
	level2_misc()
	if ($1 ~ /-/) {
		for (i = 3; i <= 9; i++)
			if ($i != "_" && !(i == 6 && $i == "Typo=Yes"))
				fault("a range has " names[i])
		level2_text()
		return
	}
	level2_feats()
	level2_deps()
	if ($1 ~ /\./) {
		if ($7 != "_" || $8 != "_")
			fault("an empty node has HEAD or DEPREL")
		if ($10 ~ /SpaceAfter=No/)
			fault("an empty node has SpaceAfter=No")
		return
	}
	if (index(upos, " " $4 " ") == 0)
		fault("UPOS '" $4 "'")
	if ($8 !~ /^[a-z]+(:[a-z]+)?$/)
		fault("DEPREL '" $8 "'")
	if ($7 !~ /^(0|[1-9][0-9]*)$/ || $7 == $1)
		fault("HEAD '" $7 "'")
	if (($7 == 0) != ($8 == "root" || $8 ~ /^root:/))
		fault("HEAD 0 and root go together")
	head[words] = $7
	if (words > range_end)
		level2_text()
	else if ($10 ~ /SpaceAfter=No/)
		fault("a word of a range has SpaceAfter=No")
}

function level2_tree(    i, at, steps, roots) {
	for (i = 1; i <= words; i++) {
		roots += head[i] == 0
		if (head[i] > words)
			fault("HEAD " head[i] " is none of the words")
		at = i
		for (steps = 0; at > 0 && at <= words && steps <= words; steps++)
			at = head[at] + 0
		if (steps > words) {
			fault("the heads of word " i " are a cycle")
			break
		}
	}
	if (roots != 1)
		fault(roots + 0 " roots")
	if (text != "" && !misfit)
		fault("# text goes on behind the last FORM")
	if (ids != 1)
		fault(ids + 0 " # sent_id")
	if (texts != 1)
		fault(texts + 0 " # text")
}

function end_sentence() {
	if (comments > 0 && rows == 0)
		fault("comments without a row")
	if (words < range_end)
		fault("a range lacks its words")
	if (level == 2 && rows > 0)
		level2_tree()
	rows = comments = words = empty = in_range = range_end = ids = texts = misfit = 0
	text = ""
	split("", head)
}

FNR == 1 {
	if (NR > 1 && (rows || comments))
		fault("no blank line at the end of the file before")
	end_sentence()
	split("", known)
}
/\r/ { fault("a line ends with CR") }
$0 == "" {
	if (!rows && !comments)
		fault("one blank line too many")
	end_sentence()
	next
}
/^#/ {
	comments++
	if (rows)
		fault("a comment among rows")
	if ($0 ~ /^# sent_id = /) {
		id = substr($0, 13)
		ids++
		if (id == "" || id ~ white || id ~ /\//)
			fault("the sent_id '" id "'")
		if (id in known)
			fault("the sent_id " id " stands twice")
		known[id] = 1
	} else if ($0 ~ /^# text = /) {
		text = substr($0, 10)
		texts++
		if (text ~ white "$")
			fault("# text ends with white space")
	}
	next
}
$0 !~ /^[0-9]/ { fault("neither a comment nor a row"); next }
{ rows++ }
NF != 10 { fault(NF " columns"); next }
{
	level1_columns()
	level1_id()
	if (level == 2)
		level2_row()
}
END {
	if (rows || comments)
		fault("no blank line at the end")
	exit faults > 0
}
