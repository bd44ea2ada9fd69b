#include "search.h"

int main(int argc, char **argv)
{
	return query_main(&search_query, argc, argv);
}
