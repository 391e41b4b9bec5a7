/** Who may do what, by role, unit and state. */
package vn.ttdn.core.rights;
