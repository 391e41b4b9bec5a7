/** The standalone host: core's ports on Spring Boot, H2 or PostgreSQL, and Activiti. */
package vn.ttdn.standalone;
