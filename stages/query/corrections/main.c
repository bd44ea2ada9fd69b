#include "corrections.h"

int main(int argc, char **argv)
{
	return query_main(&corrections_query, argc, argv);
}
