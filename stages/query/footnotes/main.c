#include "footnotes.h"

int main(int argc, char **argv)
{
	return query_main(&footnotes_query, argc, argv);
}
