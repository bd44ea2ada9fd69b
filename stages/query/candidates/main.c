#include "candidates.h"

int main(int argc, char **argv)
{
	return query_main(&candidates_query, argc, argv);
}
