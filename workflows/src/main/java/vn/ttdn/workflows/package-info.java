/** The procedures as BPMN files and the listeners that connect their steps to core. */
package vn.ttdn.workflows;
