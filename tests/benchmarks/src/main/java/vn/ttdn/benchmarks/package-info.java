/** Benchmarks: each measures against a named baseline in the same run. */
package vn.ttdn.benchmarks;
