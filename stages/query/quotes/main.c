#include "quotes.h"

int main(int argc, char **argv)
{
	return query_main(&quotes_query, argc, argv);
}
