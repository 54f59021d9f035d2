/**
 * One self-contained page about a trained classifier, and warnings about a table before it is trained on.
 *
 * @module
 */

export { type AuditOptions, auditTable } from './audit/audit-table.js';
export type { Finding, FindingKind } from './audit/finding.js';
export { type ColumnDependence, type ColumnDependenceOptions, columnDependence } from './column-dependence.js';
export { type ColumnImportance, type ColumnImportanceOptions, columnImportance } from './column-importance.js';
export { ReportError } from './errors.js';
export { ProfileWatch } from './profile-watch.js';
export { type Report, type ReportOptions, report } from './report.js';
export { type CategoriesProfile, type NumbersProfile, type TableProfile, tableProfile } from './table-profile.js';
