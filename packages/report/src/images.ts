/**
 * Classifiers of images: what is dubious in what they learn from, and one self-contained page about them.
 *
 * @module
 */
export { type AuditImagesOptions, auditImages } from './audit-images.js';
export { type ImageReport, type ImageReportOptions, imageReport } from './image-report.js';
