#include "entity.h"

int main(int argc, char **argv)
{
	return query_main(&entity_query, argc, argv);
}
