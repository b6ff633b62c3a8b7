// What `next-env.d.ts` holds, but for the types of the routes: those of the tests are made apart from the build's.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
