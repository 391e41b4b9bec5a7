package vn.ttdn.standalone.demo;

/** The demo did not end as it should; its message says where. */
final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }
}
