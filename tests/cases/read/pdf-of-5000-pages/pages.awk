# a PDF of N pages that share one content stream
BEGIN {
	print "%PDF-1.4"
	print "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj"
	printf "2 0 obj<</Type/Pages/Count %d/Kids[", n
	for (i = 0; i < n; i++) printf "%d 0 R ", 5 + i
	print "]>>endobj"
	s = "BT /F 12 Tf 72 700 Td (The council met and said nothing.) Tj 0 -14 Td (It will meet again next year.) Tj ET"
	printf "3 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", length(s), s
	print "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj"
	for (i = 0; i < n; i++)
		printf "%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>endobj\n", 5 + i
	print "trailer<</Root 1 0 R/Size " 5 + n ">>"
	print "%%EOF"
}
