/** Sign-in, sessions and people from the YAML file. */
package vn.ttdn.standalone.security;
