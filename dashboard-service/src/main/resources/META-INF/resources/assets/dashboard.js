// What does not come as a part of the page comes as a page of its own: what went wrong, or the way to sign in again.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => location.assign(event.detail.pathInfo.finalRequestPath));
}
