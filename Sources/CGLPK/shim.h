#ifndef CGLPK_SHIM_H
#define CGLPK_SHIM_H

#include <glpk.h>
#include <float.h>
#include <math.h>
#include <setjmp.h>
#include <stddef.h>
#include <string.h>

/*
 * GLPK ends the process when an assertion of its own fails.  A failed solve must not take a dispatcher's
 * server with it, so the two solvers are called through the functions below, which come back with
 * CGLPK_FAULT and GLPK's words instead.  The jump crosses GLPK's frames and these, never a Swift frame,
 * which is why they are C.
 *
 * After a fault the environment may only be freed (glp_free_env): no other call, not even glp_delete_prob.
 */
#define CGLPK_FAULT (-1)

struct cglpk_listener {
    jmp_buf back;
    char *message;   /* what GLPK said, always closed by a zero byte */
    size_t capacity; /* bytes of `message`, the zero byte included */
};

/* GLPK's terminal hook; nonzero keeps the text off the terminal. */
static inline int cglpk_hear(void *info, const char *text) {
    struct cglpk_listener *listener = (struct cglpk_listener *)info;
    size_t used = strlen(listener->message);
    strncat(listener->message, text, listener->capacity - used - 1);
    return 1;
}

/* GLPK's error hook; abort() follows if it returns. */
static inline void cglpk_leave(void *info) {
    longjmp(((struct cglpk_listener *)info)->back, 1);
}

static inline void cglpk_listen(struct cglpk_listener *listener, char *message, size_t capacity) {
    message[0] = 0;
    listener->message = message;
    listener->capacity = capacity;
    glp_term_hook(cglpk_hear, listener);
    glp_error_hook(cglpk_leave, listener);
}

static inline void cglpk_stop_listening(void) {
    glp_term_hook(NULL, NULL);
    glp_error_hook(NULL, NULL);
}

/* glp_simplex on the scaled problem, which branch and bound goes on using.  The presolver makes a starting basis of
   its own; without it one is made here.  `milliseconds` INT_MAX is no limit. */
static inline int cglpk_simplex(
    glp_prob *problem, int presolve, int milliseconds, char *message, size_t capacity
) {
    struct cglpk_listener listener;
    volatile int code = CGLPK_FAULT;
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.presolve = presolve;
    parameters.tm_lim = milliseconds;
    cglpk_listen(&listener, message, capacity);
    if (setjmp(listener.back) == 0) {
        glp_scale_prob(problem, GLP_SF_AUTO);
        if (presolve == GLP_OFF) glp_adv_basis(problem, 0);
        code = glp_simplex(problem, &parameters);
    }
    cglpk_stop_listening();
    return code;
}

struct cglpk_watch {
    double *bound;
    int nodes;
};

/* The branch-and-cut callback: keeps the best bound of the open nodes, and ends the search once more than `nodes` were
   made. */
static inline void cglpk_watch_tree(glp_tree *tree, void *info) {
    struct cglpk_watch *watch = (struct cglpk_watch *)info;
    int made;
    int best = glp_ios_best_node(tree);
    if (best != 0) {
        double bound = glp_ios_node_bound(tree, best);
        /* An open node whose relaxation is not solved yet carries plus or minus DBL_MAX. */
        if (fabs(bound) < DBL_MAX) *watch->bound = bound;
    }
    glp_ios_tree_size(tree, NULL, NULL, &made);
    if (made > watch->nodes) glp_ios_terminate(tree);
}

/* glp_intopt from the optimal basis that cglpk_simplex left.  `gap` is relative; a column within `tolerance` of a
   whole number counts as whole.  `nodes` and `milliseconds` of INT_MAX are no limit; more than `nodes` end in GLP_ESTOP.
   `bound` is left as it was, or set to the last bound proved. */
static inline int cglpk_intopt(
    glp_prob *problem, double gap, double tolerance, int nodes, int milliseconds, double *bound, char *message,
    size_t capacity
) {
    struct cglpk_listener listener;
    struct cglpk_watch watch = {bound, nodes};
    volatile int code = CGLPK_FAULT;
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.mip_gap = gap;
    parameters.tol_int = tolerance;
    parameters.tm_lim = milliseconds;
    parameters.cb_func = cglpk_watch_tree;
    parameters.cb_info = &watch;
    cglpk_listen(&listener, message, capacity);
    if (setjmp(listener.back) == 0) code = glp_intopt(problem, &parameters);
    cglpk_stop_listening();
    return code;
}

#endif
