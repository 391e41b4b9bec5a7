/** The main job run by itself, over the same REST contract that everybody uses. */
package vn.ttdn.standalone.demo;
