// Dense linear algebra of LAPACK and BLAS, as OpenBLAS has it, for square matrices of doubles.
//
// A matrix of order n is n × n numbers, column by column; of a symmetric one only the lower
// triangle is looked at. Everything runs on the calling thread, so that results do not depend on
// their number.
#ifndef CLINEARALGEBRA_H
#define CLINEARALGEBRA_H

#include <stdint.h>

// Replaces a symmetric positive definite matrix by its Cholesky factor L, with A = L·Lᵀ.
//
// Returns 0, or the place (from 1) of the first pivot that is not positive.
int32_t cla_cholesky(double *matrix, int32_t order);

// Replaces a Cholesky factor by the lower triangle of the inverse of the matrix that it is of.
//
// Returns 0, or the place of a zero on the diagonal.
int32_t cla_inverse(double *factor, int32_t order);

// Replaces b by the solution x of A·x = b, given A's Cholesky factor.
void cla_solve(const double *factor, int32_t order, double *vector);

// Replaces b by the solution x of Lᵀ·x = b.
void cla_solve_transposed(const double *factor, int32_t order, double *vector);

// Replaces a symmetric matrix by its eigenvectors, and writes its eigenvalues in ascending order.
//
// Returns 0, or a positive number where the iteration did not converge.
int32_t cla_eigen(double *matrix, int32_t order, double *values);

#endif
