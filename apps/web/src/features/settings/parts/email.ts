const EMAIL = /^\S+@\S+\.\S+$/;

/** Enough to catch a slip of the finger; whether it arrives only a message can tell. */
export const isEmail = (text: string): boolean => EMAIL.test(text.trim());
