#include "info.h"

int main(int argc, char **argv)
{
	return query_main(&info_query, argc, argv);
}
