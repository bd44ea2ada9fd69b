#include "export.h"

int main(int argc, char **argv)
{
	return query_main(&export_query, argc, argv);
}
