/** Transactions and the embedded Activiti engine. */
package vn.ttdn.standalone.engine;
