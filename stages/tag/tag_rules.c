#include "tag_rules.h"

static const char *const names[TAG_RULES] = {
	[RULE_NONE] = "", [RULE_LIST] = "list", [RULE_CUE] = "cue",
	[RULE_NAME] = "name", [RULE_FORM] = "form", [RULE_MINOR] = "minor",
	[RULE_USUAL] = "usual", [RULE_SITE] = "site",
	[RULE_ADDRESS] = "address", [RULE_PATTERN] = "pattern",
	[RULE_HEAD] = "head", [RULE_CHAIN] = "chain", [RULE_SEAT] = "seat",
	[RULE_QUOTES] = "quotes", [RULE_BESIDE] = "beside",
	[RULE_TOLD] = "told", [RULE_AGAIN] = "again", [RULE_WHERE] = "where",
	[RULE_ARTICLE] = "article", [RULE_ACT] = "act",
	[RULE_HONOUR] = "honour", [RULE_FULL] = "full",
	[RULE_FATHER] = "father", [RULE_INITIAL] = "initial",
	[RULE_GIVEN] = "given", [RULE_SURNAME] = "surname",
	[RULE_STRANGER] = "stranger", [RULE_SINGLE] = "single",
	[RULE_BARE] = "bare", [RULE_DATE] = "date", [RULE_AMOUNT] = "amount"
};

struct str tag_rule_name(enum tag_rule rule)
{
	return str_of(names[rule]);
}
