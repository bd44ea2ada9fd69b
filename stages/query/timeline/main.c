#include "timeline.h"

int main(int argc, char **argv)
{
	return query_main(&timeline_query, argc, argv);
}
