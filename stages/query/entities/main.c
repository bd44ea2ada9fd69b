#include "entities.h"

int main(int argc, char **argv)
{
	return query_main(&entities_query, argc, argv);
}
