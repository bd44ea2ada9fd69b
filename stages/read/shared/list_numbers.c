#include "list_numbers.h"

#include "memory.h"

enum { ROMAN_MAX = 3999 };

void list_numbers_letters(struct strbuf *out, uint64_t number, char first)
{
	char letters[16];
	size_t len = 0;

	for (; number > 0 && len < sizeof letters; number = (number - 1) / 26)
		letters[len++] = (char)(first + (char)((number - 1) % 26));
	while (len > 0)
		strbuf_add_char(out, letters[--len]);
}

void list_numbers_roman(struct strbuf *out, uint64_t number, bool upper)
{
	static const struct {
		uint64_t value;
		const char *lower, *upper;
	} signs[] = {
		{ 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" },
		{ 400, "cd", "CD" }, { 100, "c", "C" }, { 90, "xc", "XC" },
		{ 50, "l", "L" }, { 40, "xl", "XL" }, { 10, "x", "X" },
		{ 9, "ix", "IX" }, { 5, "v", "V" }, { 4, "iv", "IV" },
		{ 1, "i", "I" }
	};

	for (size_t i = 0; number <= ROMAN_MAX && i < COUNT_OF(signs); i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			strbuf_add_z(out, upper ? signs[i].upper
						: signs[i].lower);
}
