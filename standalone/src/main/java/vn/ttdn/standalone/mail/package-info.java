/** Mail by SMTP, or as files for trying out; the jobs that send it. */
package vn.ttdn.standalone.mail;
