/** A4, in points. */
export const page = { width: 595.28, height: 841.89, orientation: 'portrait' };
export const margin = { left: 48, right: 48, top: 52, bottom: 56 };
export const contentWidth = page.width - margin.left - margin.right;
export const bodySize = 10;
