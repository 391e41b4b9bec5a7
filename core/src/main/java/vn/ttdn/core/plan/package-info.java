/** QT.TTĐN.03: the plan dossier, its steps and what may be decided at each. */
package vn.ttdn.core.plan;
