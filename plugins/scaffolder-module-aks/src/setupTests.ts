import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Lazily loaded extensions take long on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
