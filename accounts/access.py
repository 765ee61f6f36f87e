"""The doors of views. Every page needs a sign-in (`LoginRequiredMiddleware`); these ask for a permission on top."""

from functools import wraps

from django.core.exceptions import PermissionDenied

from accounts.permissions import Permission


def check(request, permissions: tuple[Permission, ...]) -> None:
    """Raise `PermissionDenied` unless the actor holds at least one of `permissions`."""
    if request.actor is None or not any(request.actor.may(permission) for permission in permissions):
        raise PermissionDenied


def needs(*permissions: Permission):
    """Open a function view to actors with one of `permissions`."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            check(request, permissions)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def with_any_role(view):
    """Open a function view to whoever has a role in the school: its rows are the reader's own."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.actor is None:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


class NeedsPermission:
    """Open a class view to actors with one of `permissions`."""

    permissions: tuple[Permission, ...] = ()

    def dispatch(self, request, *args, **kwargs):
        check(request, self.permissions)
        return super().dispatch(request, *args, **kwargs)
