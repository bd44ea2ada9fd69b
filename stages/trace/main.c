#include "trace.h"

int main(int argc, char **argv)
{
	return stage_main(&trace_stage, argc, argv);
}
