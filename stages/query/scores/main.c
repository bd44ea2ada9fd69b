#include "scores_query.h"

int main(int argc, char **argv)
{
	return query_main(&scores_query, argc, argv);
}
