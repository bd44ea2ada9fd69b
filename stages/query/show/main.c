#include "show.h"

int main(int argc, char **argv)
{
	return query_main(&show_query, argc, argv);
}
