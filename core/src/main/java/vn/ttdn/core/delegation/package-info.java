/** Uỷ quyền: who acts in whose role from when to when. */
package vn.ttdn.core.delegation;
