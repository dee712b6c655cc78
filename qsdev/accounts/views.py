"""Pages of sign-in, of one's own password, and of the accounts that administrators keep."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.tokens import default_token_generator
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from qsdev.accounts import actions, kept_forms
from qsdev.accounts.access import public_page, signed_in_page, site_page
from qsdev.accounts.forms import (
    NewPasswordForm,
    PasswordChangeForm,
    SignInForm,
    UserCreateForm,
)
from qsdev.accounts.models import User
from qsdev.errors import RuleBroken
from qsdev.htmx import render_page

PEOPLE_A_PAGE = 50


@require_http_methods(["GET", "POST"])
@public_page
@sensitive_post_parameters("password")
def sign_in(request):
    """Sign in, with a new session, and go on to the page that was asked for."""
    onward = page_to_go_on_to(request)
    if request.user.is_authenticated:
        return redirect(onward)
    form = SignInForm(request.POST or None, request=request)
    if form.is_valid():
        login(request, form.user)
        return redirect(onward)
    return render_page(request, "accounts/sign_in.html", {"form": form})


def page_to_go_on_to(request):
    """The address in `next`, if it is one of ours; else the start page."""
    address = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if ours else resolve_url(settings.LOGIN_REDIRECT_URL)


def locked_out(request, _response, _credentials):
    """What django-axes shows after too many failures."""
    context = {"minutes": int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)}
    return render_page(request, "accounts/locked_out.html", context, status=429)


@require_POST
@signed_in_page
def sign_out(request):
    """End the session."""
    logout(request)
    response = redirect("accounts:sign_in")
    kept_forms.forget_person(response)
    return response


@require_http_methods(["GET", "POST"])
@signed_in_page
def kept_form(request):
    """Give back a form that was sent after the session had ended."""
    if request.method == "POST":
        kept_forms.discard(request)
        return redirect(settings.LOGIN_REDIRECT_URL)
    form = kept_forms.kept(request)
    if form is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render_page(request, "accounts/kept_form.html", {"kept": form})


@require_http_methods(["GET", "POST"])
@signed_in_page
@sensitive_post_parameters()
def password_change(request):
    """Change one's own password; one's other sessions end."""
    form = PasswordChangeForm(request.POST or None, user=request.user)
    if form.is_valid():
        password = form.cleaned_data["new_password"]
        actions.set_password(user=request.user, password=password, by=request.user)
        update_session_auth_hash(request, request.user)
        messages.success(request, "Your password has been changed.")
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render_page(request, "accounts/password_change.html", {"form": form})


@require_http_methods(["GET", "POST"])
@public_page
@sensitive_post_parameters()
def password_set(request, pk, token):
    """Set a password by the link that an administrator passed on; it works once."""
    user = User.objects.active().filter(pk=pk).first()
    if user is None or not default_token_generator.check_token(user, token):
        return render_page(request, "accounts/password_set.html", {"form": None}, status=410)
    form = NewPasswordForm(request.POST or None, user=user)
    if form.is_valid():
        actions.set_password(user=user, password=form.cleaned_data["new_password"], by=user)
        messages.success(request, "Your password has been saved. Sign in with it.")
        return redirect("accounts:sign_in")
    return render_page(request, "accounts/password_set.html", {"form": form, "person": user})


@require_GET
@site_page("accounts.view_users")
def user_list(request):
    """Everyone who has an account."""
    page = Paginator(User.objects.all(), PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    return render_page(request, "accounts/user_list.html", {"page": page})


@require_http_methods(["GET", "POST"])
@site_page("accounts.create_user")
def user_create(request):
    """Open an account for somebody."""
    form = UserCreateForm(request.POST or None, cancel=reverse("accounts:user_list"))
    if form.is_valid():
        try:
            user = actions.create_user(by=request.user, **form.cleaned_data)
            return redirect("accounts:user_link", user.pk)
        except RuleBroken as error:
            form.add_error("email", str(error))
    return render_page(request, "accounts/user_create.html", {"form": form})


@require_http_methods(["GET", "POST"])
@site_page("accounts.create_user")
def user_link(request, pk):
    """Make a link with which the person sets a password, to be passed on by the administrator."""
    user = get_object_or_404(User, pk=pk)
    context = {"person": user}
    if request.method == "POST":
        try:
            token = actions.make_password_token(user=user, by=request.user)
            address = reverse("accounts:password_set", args=[user.pk, token])
            context["link"] = request.build_absolute_uri(address)
        except RuleBroken as error:
            context["problem"] = str(error)
    return render_page(request, "accounts/user_link.html", context)


@require_POST
@site_page("accounts.change_user")
def user_deactivate(request, pk):
    """Close an account."""
    return change_and_return(request, actions.deactivate_user, pk, "The account has been closed.")


@require_POST
@site_page("accounts.change_user")
def user_reactivate(request, pk):
    """Open a closed account again."""
    return change_and_return(request, actions.reactivate_user, pk, "The account is open again.")


def change_and_return(request, action, pk, done):
    """Do the action and go back to the list, which says how it went."""
    try:
        action(user=get_object_or_404(User, pk=pk), by=request.user)
        messages.success(request, done)
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect("accounts:user_list")


@require_POST
@signed_in_page
def preference_change(request):
    """Switch one's own shortcuts or hints on or off, and go back to where one was."""
    try:
        actions.change_preference(
            name=request.POST.get("name", ""),
            is_on=request.POST.get("value") == "on",
            by=request.user,
        )
    except RuleBroken as error:
        messages.error(request, str(error))
    return redirect(page_to_go_on_to(request))
