export interface Config {
  auth?: {
    providers?: {
      /**
       * Signs in without a password, for the sandbox. The backend takes it in
       * development and on a loopback address only.
       */
      sandbox?: {
        /** @deepVisibility frontend */
        users?: Array<{
          /** The catalog's user, such as `user:default/guest`. */
          ref: string;
          title: string;
          description: string;
        }>;
      };
    };
  };
}
