#include "dump.h"

int main(int argc, char **argv)
{
	return query_main(&dump_query, argc, argv);
}
