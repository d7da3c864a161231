#include "CLinearAlgebra.h"

#include <pthread.h>
#include <stdlib.h>

// LAPACK's own names, declared here so that no header of a certain package is needed. The last
// arguments are the lengths of the texts, as Fortran passes them.
void dpotrf_(const char *, const int32_t *, double *, const int32_t *, int32_t *, size_t);
void dpotri_(const char *, const int32_t *, double *, const int32_t *, int32_t *, size_t);
void dtrsv_(const char *, const char *, const char *, const int32_t *, const double *,
            const int32_t *, double *, const int32_t *, size_t, size_t, size_t);
void dsyevd_(const char *, const char *, const int32_t *, double *, const int32_t *, double *,
             double *, const int32_t *, int32_t *, const int32_t *, int32_t *, size_t, size_t);
void openblas_set_num_threads(int32_t);

static const int32_t one = 1;

static void stay_on_one_thread(void) { openblas_set_num_threads(1); }

static void prepare(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, stay_on_one_thread);
}

int32_t cla_cholesky(double *matrix, int32_t order) {
    int32_t state = 0;
    prepare();
    dpotrf_("L", &order, matrix, &order, &state, 1);
    return state;
}

int32_t cla_inverse(double *factor, int32_t order) {
    int32_t state = 0;
    prepare();
    dpotri_("L", &order, factor, &order, &state, 1);
    return state;
}

void cla_solve(const double *factor, int32_t order, double *vector) {
    prepare();
    dtrsv_("L", "N", "N", &order, factor, &order, vector, &one, 1, 1, 1);
    dtrsv_("L", "T", "N", &order, factor, &order, vector, &one, 1, 1, 1);
}

void cla_solve_transposed(const double *factor, int32_t order, double *vector) {
    prepare();
    dtrsv_("L", "T", "N", &order, factor, &order, vector, &one, 1, 1, 1);
}

int32_t cla_eigen(double *matrix, int32_t order, double *values) {
    int32_t state = 0, room = -1, counts = -1, integers = 0;
    double size = 0;
    prepare();
    dsyevd_("V", "L", &order, matrix, &order, values, &size, &room, &integers, &counts, &state, 1,
            1);
    room = (int32_t)size;
    counts = integers;
    double *work = malloc((size_t)room * sizeof *work);
    int32_t *places = malloc((size_t)counts * sizeof *places);
    if (work && places)
        dsyevd_("V", "L", &order, matrix, &order, values, work, &room, places, &counts, &state, 1,
                1);
    else
        state = order + 1;
    free(work);
    free(places);
    return state;
}
