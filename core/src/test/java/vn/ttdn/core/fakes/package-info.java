/** In-memory fakes of core's ports: every room tests against these, not against mocks. */
package vn.ttdn.core.fakes;
