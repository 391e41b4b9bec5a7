package vn.ttdn.core.port;

import java.util.List;
import vn.ttdn.core.plan.Procedure;

/** The drawing of a process as its BPMN file lays it out; units are the diagram's pixels. */
public interface ProcessPicture {
  /** The drawing of a procedure. */
  Picture of(Procedure procedure);

  /** Shapes and arrows in drawing order. */
  record Picture(int width, int height, List<Shape> shapes, List<Arrow> arrows) {}

  /**
   * One shape.
   *
   * @param id the element's id in the file
   * @param type {@code startEvent}, {@code endEvent}, {@code userTask}, {@code exclusiveGateway},
   *     {@code participant} (the pool), {@code lane}
   * @param name the element's Vietnamese name, empty if it has none
   */
  record Shape(String id, String type, String name, int x, int y, int width, int height) {}

  /**
   * One arrow.
   *
   * @param name the flow's Vietnamese name ("Đạt"), empty if it has none
   * @param points at least two
   */
  record Arrow(String id, String from, String to, String name, List<Point> points) {}

  /** A corner of an arrow. */
  record Point(int x, int y) {}
}
