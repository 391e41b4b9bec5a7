/** Mail: written into the outbox inside the transaction, sent after it. */
package vn.ttdn.core.mail;
