# a PDF of N pages, each with a sentence of its own; `expected` gets page and
# sentence
function word(i,  s) {
	for (i = i * 7919 % 456976; i > 0; i = int(i / 26))
		s = s substr("abcdefghijklmnopqrstuvwxyz", i % 26 + 1, 1)
	return s
}
BEGIN {
	print "%PDF-1.4"
	print "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj"
	printf "2 0 obj<</Type/Pages/Count %d/Kids[", n
	for (i = 1; i <= n; i++) printf "%d 0 R ", 2 + i * 2
	print "]>>endobj"
	print "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj"
	for (i = 1; i <= n; i++) {
		text = "The council " word(i) " met and said " word(i + 1000) "."
		print i "\t" text >"expected"
		s = "BT /F 12 Tf 72 " 300 + i * 37 % 400 " Td (" text ") Tj ET"
		printf "%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>>>endobj\n", 2 + i * 2, 3 + i * 2
		printf "%d 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", 3 + i * 2, length(s), s
	}
	print "trailer<</Root 1 0 R/Size " 4 + n * 2 ">>"
	print "%%EOF"
}
