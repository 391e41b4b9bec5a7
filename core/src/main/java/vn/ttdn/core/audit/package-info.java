/** The audit chain: who did what to a dossier, each entry hashed with the one before. */
package vn.ttdn.core.audit;
