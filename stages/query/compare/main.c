#include "compare.h"

int main(int argc, char **argv)
{
	return query_main(&compare_query, argc, argv);
}
