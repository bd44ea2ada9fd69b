#include "cases_query.h"

int main(int argc, char **argv)
{
	return query_main(&cases_query, argc, argv);
}
