export const monitoring = {}
