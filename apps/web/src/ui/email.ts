const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Enough to catch a slip of the finger, spaces around it aside; whether it arrives only a message can tell. */
export const isEmail = (text: string): boolean => EMAIL.test(text.trim());
