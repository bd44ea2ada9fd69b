# A mended report in CoNLL-U as a flat OpenDocument text. Variables: language,
# columns, font, size (pt), align (justify, left), indent and space (of and
# between paragraphs).
function escape(s) {
	gsub(/&/, "\\&amp;", s)
	gsub(/</, "\\&lt;", s)
	gsub(/>/, "\\&gt;", s)
	return s
}
function raised(n,   i, digits, s) {
	split("⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹", digits, " ")
	for (i = 1; i <= length(n); i++)
		s = s digits[substr(n, i, 1) + 1]
	return s
}
# superscript digits as plain ones
function plain(s,   i, digits) {
	split("⁰ ¹ ² ³ ⁴ ⁵ ⁶ ⁷ ⁸ ⁹", digits, " ")
	for (i = 1; i <= 10; i++)
		gsub(digits[i], i - 1, s)
	return s
}
function note(n) {
	return "<text:note text:note-class=\"footnote\"><text:note-citation>" n \
		"</text:note-citation><text:note-body><text:p text:style-name=\"Footnote\">" \
		escape(notes[n]) "</text:p></text:note-body></text:note>"
}
function with_notes(s,   n) {
	for (n = 99; n > 0; n--) # ¹² before ²
		if ((n in notes) && index(s, raised(n))) {
			sub(raised(n), "\001", s)
			sub(/\001/, note(n), s)
		}
	return s
}
# with `across`, a box stands on a page, across its columns
function page_box(s, page) {
	return "<draw:frame draw:style-name=\"Across\" text:anchor-type=\"page\" text:anchor-page-number=\"" page "\" svg:x=\"4cm\" svg:y=\"13cm\" svg:width=\"13cm\" draw:z-index=\"0\"><draw:text-box fo:min-height=\"1cm\"><text:p text:style-name=\"Pull\">" escape(s) "</text:p></draw:text-box></draw:frame>"
}
function box(s) {
	if (across)
		return ""
	return "<draw:frame draw:style-name=\"Box\" text:anchor-type=\"char\" svg:width=\"" (columns > 2 ? "4.5cm" : "6cm") "\" draw:z-index=\"0\">" \
		"<draw:text-box fo:min-height=\"1cm\"><text:p text:style-name=\"Pull\">" escape(s) "</text:p></draw:text-box></draw:frame>"
}
/^# par::kind = / { kind = $4 }
/^# par::gap = / { gap = $4 }
/^# text = / {
	text = substr($0, 10)
	count++
	kinds[count] = kind
	texts[count] = text
	gaps[count] = gap
	if (kind == "footnote") {
		number = plain(text) + 0
		sub(/^[^ ]+ /, "", text)
		notes[number] = text
	}
	if (kind == "title" && running == "" && text !~ /[0-9] [0-9]/ && length(text) > 10)
		running = text
}
END {
	if (!font) font = "DejaVu Serif"
	if (!size) size = 10
	if (!align) align = "justify"
	if (!indent) indent = "0cm"
	if (!space) space = "0.2cm"
	print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
	print "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.text\">"
	print "<office:font-face-decls><style:font-face style:name=\"F\" svg:font-family=\"'" font "'\"/></office:font-face-decls>"
	print "<office:styles><style:default-style style:family=\"paragraph\"><style:paragraph-properties style:writing-mode=\"lr-tb\"/><style:text-properties style:font-name=\"F\" fo:font-size=\"" size "pt\" fo:language=\"" language "\" fo:country=\"" (language == "en" ? "US" : language == "ru" ? "RU" : "KZ") "\"/></style:default-style>"
	style("Body", size, "fo:text-align=\"" align "\" fo:text-indent=\"" indent "\" fo:margin-bottom=\"" space "\" fo:orphans=\"2\" fo:widows=\"2\"", "fo:hyphenate=\"" (hyphens ? hyphens : "true") "\" fo:hyphenation-remain-char-count=\"2\" fo:hyphenation-push-char-count=\"3\"")
	style("Intro", size, "fo:text-align=\"" align "\" fo:margin-top=\"1.4cm\" fo:margin-bottom=\"" space "\"", "fo:hyphenate=\"" (hyphens ? hyphens : "true") "\"")
	style("Head", size + 3, "fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"", "fo:font-weight=\"bold\"")
	style("Big", columns > 2 ? size + 6 : size + 14, "fo:margin-bottom=\"0.4cm\"", "fo:font-weight=\"bold\"")
	style("Item", size, "fo:margin-left=\"0.5cm\" fo:margin-bottom=\"0.1cm\"", "")
	style("Footnote", size - 2, "", "")
	style("Pull", size + 4, "fo:text-align=\"left\"", "fo:font-style=\"italic\"")
	style("Small", size - 1, "", "")
	style("Footer", size - 1, "fo:text-align=\"center\"", "")
	print "<style:style style:name=\"Frame\" style:family=\"graphic\"/>"
	print "<text:notes-configuration text:note-class=\"footnote\" style:num-format=\"1\" text:start-value=\"0\" text:footnotes-position=\"page\" text:start-numbering-at=\"document\"/></office:styles>"
	print "<office:automatic-styles><style:page-layout style:name=\"P\"><style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin-top=\"1.5cm\" fo:margin-bottom=\"1.5cm\" fo:margin-left=\"2cm\" fo:margin-right=\"2cm\"><style:columns fo:column-count=\"" columns "\" fo:column-gap=\"0.8cm\"/></style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height=\"0.6cm\" fo:margin-bottom=\"0.6cm\"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height=\"0.6cm\" fo:margin-top=\"0.6cm\"/></style:footer-style></style:page-layout>"
	print "<style:style style:name=\"Box\" style:family=\"graphic\" style:parent-style-name=\"Frame\"><style:graphic-properties fo:border=\"0.5pt solid #000000\" fo:padding=\"0.2cm\" fo:margin=\"0.2cm\" draw:fill=\"none\" style:wrap=\"none\" style:vertical-pos=\"from-top\" style:vertical-rel=\"paragraph\" svg:y=\"1.6cm\" style:horizontal-pos=\"center\" style:horizontal-rel=\"paragraph\"/></style:style><style:style style:name=\"Across\" style:family=\"graphic\" style:parent-style-name=\"Frame\"><style:graphic-properties fo:border=\"none\" fo:padding=\"0.2cm\" fo:margin=\"0.3cm\" style:wrap=\"none\" style:vertical-pos=\"from-top\" style:vertical-rel=\"page\" style:horizontal-pos=\"from-left\" style:horizontal-rel=\"page\"/></style:style></office:automatic-styles>"
	print "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"P\"><style:header><text:p text:style-name=\"Small\">" escape(running) "</text:p></style:header><style:footer><text:p text:style-name=\"Footer\"><text:page-number/></text:p></style:footer></style:master-page></office:master-styles>"
	print "<office:body><office:text>"
	page = 0
	for (i = 1; across && i <= count; i++)
		if (kinds[i] == "pullquote")
			print page_box(texts[i], ++page)
	for (i = 1; i <= count; i++) {
		kind = kinds[i]
		if (kind == "footnote" || kind == "pullquote")
			continue
		name = kind == "heading" ? "Head" : kind == "title" ? "Big" : kind == "item" ? "Item" : kind == "paragraph" && gaps[i] > 2 ? "Intro" : "Body"
		body = with_notes(escape(texts[i]))
		# a pull quote stands in a box within the paragraph before it
		for (j = i + 1; j <= count && (kinds[j] == "footnote" || kinds[j] == "pullquote"); j++)
			if (kinds[j] == "pullquote")
				body = box(texts[j]) body
		print "<text:p text:style-name=\"" name "\">" body "</text:p>"
	}
	print "</office:text></office:body></office:document>"
}
function style(name, points, paragraph, characters) {
	print "<style:style style:name=\"" name "\" style:family=\"paragraph\"><style:paragraph-properties " paragraph "/><style:text-properties fo:font-size=\"" points "pt\" " characters "/></style:style>"
}
